#include <algorithm>
#include <cmath>

#include "core/neural/problems.hpp"
#include "neural/digit_image.hpp"

using namespace downhill;

namespace {

struct Centre {
  double x, y, ink;
};

Centre centre_of(const std::vector<float>& image) {
  Centre centre{};
  for (int y = 0; y < 28; ++y)
    for (int x = 0; x < 28; ++x) {
      const double value = image[static_cast<std::size_t>(28 * y + x)];
      centre.ink += value;
      centre.x += value * (x + 0.5);
      centre.y += value * (y + 0.5);
    }
  return {centre.x / centre.ink, centre.y / centre.ink, centre.ink};
}

/// A nine: a ring and a tail, drawn at a place of a sheet in some size.
std::vector<double> nine(int sheet, double left, double top, double size, double pen) {
  std::vector<double> pixels(static_cast<std::size_t>(sheet * sheet));
  for (int y = 0; y < sheet; ++y)
    for (int x = 0; x < sheet; ++x) {
      const double u = (x + 0.5 - left) / size, v = (y + 0.5 - top) / size;
      const double ring = std::abs(std::hypot(u - 0.3, v - 0.3) - 0.25);
      const double tail = v > 0.3 && v < 1 ? std::abs(u - 0.55) : 1;
      pixels[static_cast<std::size_t>(y * sheet + x)] = std::min(ring, tail) < pen / 2 ? 1 : 0;
    }
  return pixels;
}

}  // namespace

TEST_CASE("Bytes become shares of 1: 255 is exactly 1") {
  ImageData data{.bytes = {0, 51, 255, 128}, .numbers = {}, .width = 2, .height = 2, .outputs = {0}, .classes = 2};
  const auto samples = Samples<float>::create(data);
  REQUIRE(samples);
  Batch<float> inputs;
  const std::vector<int> row{0};
  samples->gather(row, inputs);
  CHECK(inputs(0, 0) == 0);
  CHECK(inputs(0, 1) == 51.0f / 255);
  CHECK(inputs(0, 2) == 1);
  CHECK(samples->largest() == 1);
}

TEST_CASE("Images move by up to two pixels, in training only, and what comes in is empty") {
  ImageData data{
      .bytes = std::vector<std::uint8_t>(25), .numbers = {}, .width = 5, .height = 5, .outputs = {1}, .classes = 2, .shift = 2};
  data.bytes[12] = 255;
  const auto samples = Samples<float>::create(data);
  REQUIRE(samples);
  Batch<float> inputs;
  const std::vector<int> rows(2000, 0);
  RandomStream random(1);
  samples->gather(rows, inputs, 0, &random);
  CHECK((inputs.rowwise().sum() == 1).all());
  for (Eigen::Index pixel = 0; pixel < 25; ++pixel) CHECK(std::abs(inputs.col(pixel).sum() - 80) < 45);
  samples->gather(rows, inputs);
  CHECK((inputs.col(12) == 1).all());
}

TEST_CASE("A small digit in a corner becomes the same picture as a large one, its centre of mass in the middle") {
  const auto large = centre_digit(nine(280, 60, 40, 180, 0.12), 280, 280);
  const auto corner = centre_digit(nine(280, 225, 230, 45, 0.12), 280, 280);
  double difference = 0;
  for (std::size_t i = 0; i < 784; ++i) difference += std::abs(large[i] - corner[i]);
  CHECK(difference < 0.15 * centre_of(large).ink);
  for (const auto& image : {large, corner, centre_digit(nine(100, 10, 10, 70, 0.04), 100, 100),
                            centre_digit(nine(100, 10, 10, 70, 0.3), 100, 100)}) {
    const Centre centre = centre_of(image);
    CHECK(centre.x == Approx(14).margin(0.02));
    CHECK(centre.y == Approx(14).margin(0.02));
    // 20 pixels high, with grey at the borders, and none of the ink lost.
    int rows = 0, grey = 0;
    for (int y = 0; y < 28; ++y) {
      bool inked = false;
      for (int x = 0; x < 28; ++x) {
        const float value = image[static_cast<std::size_t>(28 * y + x)];
        inked = inked || value > 0;
        grey += value > 0 && value < 1;
      }
      rows += inked;
    }
    CHECK(rows >= 20);
    CHECK(rows <= 21);
    CHECK(grey > 20);
  }
}

TEST_CASE("Nothing drawn is nothing, and a lopsided drawing is not cut off") {
  for (const float value : centre_digit(std::vector<double>(100), 10, 10)) CHECK(value == 0);
  // A heavy foot far below the middle of a long stroke.
  std::vector<double> pixels(100 * 100);
  for (int y = 10; y < 90; ++y)
    for (int x = 48; x < 52; ++x) pixels[static_cast<std::size_t>(100 * y + x)] = 1;
  for (int y = 80; y < 90; ++y)
    for (int x = 20; x < 80; ++x) pixels[static_cast<std::size_t>(100 * y + x)] = 1;
  double ink = 0;
  for (const double value : pixels) ink += value;
  CHECK(centre_of(centre_digit(pixels, 100, 100)).ink == Approx(ink / 16).epsilon(1e-6));
}

TEST_CASE("A pen leaves a line with round ends; strokes are apart; a thin one is as dark as a thick one once it is centred") {
  const auto ink = [](const std::vector<float>& image) {
    double sum = 0;
    for (const float value : image) sum += value;
    return sum;
  };
  const double pi = std::acos(-1);
  // 15 long at a slant, 2 wide, two half discs at its ends; the same with a gap, which leaves two discs.
  CHECK(ink(draw_digit(std::vector<double>{5, 6, 0, 14, 18, 0}, 2).plain) == Approx(30 + pi).epsilon(0.01));
  CHECK(ink(draw_digit(std::vector<double>{5, 6, 0, 14, 18, 1}, 2).plain) == Approx(2 * pi).epsilon(0.02));
  CHECK(ink(draw_digit(std::vector<double>{5, 6, 0, 14, 18, 0}, 0.1).plain) == Approx(1.5).epsilon(0.1));
  CHECK(ink(draw_digit(std::vector<double>{}, 2).plain) == 0);
  CHECK(ink(draw_digit(std::vector<double>{-50, -50, 0, 90, -50, 0}, 2).plain) == 0);

  for (const double pen : {0.1, 0.5, 2.0, 6.0}) {
    const DrawnDigit seven = draw_digit(std::vector<double>{3, 4, 0, 11, 4, 0, 6, 20, 0}, pen);
    const DrawnDigit moved = draw_digit(std::vector<double>{16, 11, 3, 24, 11, 3, 19, 27, 3}, pen);
    CHECK(*std::max_element(seven.centred.begin(), seven.centred.end()) == 1);
    const Centre centre = centre_of(seven.centred);
    CHECK(centre.x == Approx(14).margin(0.1));
    CHECK(centre.y == Approx(14).margin(0.1));
    if (pen > 2) continue;  // the widest one is cut off by the border of the sheet
    for (std::size_t i = 0; i < 784; ++i) CHECK(seven.centred[i] == Approx(moved.centred[i]).margin(1e-5));
  }
}
