#include "bindings/catalog_out.hpp"
#include "data/datasets.hpp"
#include "regression/residual_kernel.hpp"

namespace downhill {
namespace {

val catalog() {
  val out = val::object();
  out.set("datasets", list_out(datasets(), choice_out<DatasetEntry>));
  return out;
}

val dataset_out(const Dataset& data) {
  const Design inputs = data.inputs;  // row by row
  val out = val::object();
  out.set("names", strings_out(data.columns));
  out.set("columns", static_cast<int>(inputs.cols()));
  out.set("inputs", copy_out(std::span(inputs.data(), static_cast<size_t>(inputs.size()))));
  out.set("outputs", copy_out(data.outputs));
  out.set("classes", data.classes);
  return out;
}

val generate(const std::string& id, const val& options, double seed) {
  OptionValues values;
  read(options, values);
  return answer(generate_dataset(id, values, static_cast<uint64_t>(seed)), dataset_out);
}

}  // namespace

DOWNHILL_BINDINGS(data) {
  emscripten::function("dataCatalog", &catalog);
  emscripten::function("generateDataset", &generate);
}

}  // namespace downhill
