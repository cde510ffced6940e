#pragma once

#include <string>
#include <string_view>

namespace downhill {

/// Does to a text all that the core does to a typed formula: parse, simplify, differentiate, print and parse again, compile,
/// evaluate. Crashes, hangs and undefined behaviour are for the sanitizers to see; what can be told otherwise is returned as a
/// sentence. Empty when all is well, be the text a formula or not.
std::string try_formula(std::string_view text);

}  // namespace downhill
