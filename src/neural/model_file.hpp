#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "neural/training.hpp"

namespace downhill {

inline constexpr int model_file_version = 1;

/// A training as text: what it is, and everything that changes while it runs, so that it can be taken up again bit for bit. Not
/// the samples. Errors: not_finite ("model") when it has diverged, unless that is wanted.
template <class Scalar>
Result<std::string> model_text(const Training<Scalar>& training, bool even_if_diverged = false);

/// What a model file says, before it meets samples.
struct ModelFile {
  bool in_float = true;
  int columns = 1, classes = 0;
  std::vector<std::string> features = {};  ///< of the samples it was trained on
  TrainingOptions options = {};
  TrainingState<double> state = {};  ///< also of a float training: every float is a double
};

/// Reads a model file. Errors: malformed ("model", with the position where the text makes no sense, or the place of what is
/// missing or of the wrong kind: "layers[1].units"), wrong_version ("version", value = the one given, expected = the one
/// known), wrong_dimension ("parameters", "memory"), not_finite ("parameters[17]").
Result<ModelFile> read_model(std::string_view text);

/// Takes a training up where the file left it. Errors: wrong_dimension ("columns", "classes", "features") when the samples are
/// not of the kind it was trained on, and those of Training::create.
template <class Scalar>
Result<Training<Scalar>> resume(const ModelFile& file, std::shared_ptr<const Samples<Scalar>> samples);

}  // namespace downhill
