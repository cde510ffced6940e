#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace downhill {

/// The shortest decimal text that reads back as the same double, such as "0.1".
std::string plain_number(double number);

/// "scipy.stats.norm(0, 1)".
std::string python_call(std::string_view name, std::initializer_list<double> arguments);

/// "[0.5, 0.25, 0.25]".
std::string python_list(std::span<const double> numbers);

}  // namespace downhill
