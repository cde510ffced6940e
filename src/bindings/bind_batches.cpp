#include "bindings/conversions.hpp"
#include "optimize/batches.hpp"

namespace downhill {
namespace {

Batches::Rest rest_of(bool drop_last) { return drop_last ? Batches::Rest::dropped : Batches::Rest::smaller; }

val epochs(const val& given, double batches) {
  int samples = 1, batch_size = 1;
  std::uint64_t seed = 1;
  bool shuffled = true, drop_last = false;
  read(given, "samples", samples);
  read(given, "batchSize", batch_size);
  read(given, "seed", seed);
  read(given, "shuffled", shuffled);
  read(given, "dropLast", drop_last);
  Batches data(samples, batch_size, seed, shuffled ? Batches::Order::shuffled : Batches::Order::own, rest_of(drop_last));

  const auto done = static_cast<std::int64_t>(batches);
  const std::int64_t latest = std::max<std::int64_t>(done - 1, 0);
  const std::span<const int> batch = data[latest];
  val out = val::object();
  out.set("perEpoch", static_cast<double>(data.per_epoch()));
  out.set("epoch", static_cast<double>(data.epoch_of(latest)));
  out.set("batch", copy_out(done == 0 ? batch.first(0) : batch));
  out.set("order", copy_out(data.order_of(data.epoch_of(latest))));
  out.set("samplesUsed", static_cast<double>(data.samples_in(done)));
  out.set("timesUsed", copy_out(std::span<const int>(times_used(data, done))));
  return out;
}

val iterations_per_epoch(int samples, bool drop_last) {
  std::vector<int> counts;
  for (int size = 1; size <= samples; ++size)
    counts.push_back(static_cast<int>(Batches::batches_of(samples, size, rest_of(drop_last))));
  return copy_out(std::span<const int>(counts));
}

}  // namespace

DOWNHILL_BINDINGS(batches) {
  emscripten::function("epochs", &epochs);
  emscripten::function("iterationsPerEpoch", &iterations_per_epoch);
}

}  // namespace downhill
