#pragma once

#include <optional>

#include "regression/least_squares.hpp"

// A part of the pseudo-inverse; not meant for others.

namespace downhill {

/// The shortest β that minimises ‖y − Xβ‖, by way of inputs that are centred (where there is an intercept) and scaled. Far from
/// 0 the powers of x are nearly parallel, so that columns of X pass for dependent on each other which are not: those of a cubic
/// over the years 1990 … 2020 seem to be of rank 3; and where they are dependent, what is left of β has few digits. Nothing
/// when centring sees a smaller rank than asked for, or when the inputs are not known.
std::optional<LeastSquaresFit> centred_fit(const ExactDesign& design, const Eigen::Ref<const Eigen::VectorXd>& y,
                                           int least_rank);

}  // namespace downhill
