#pragma once

// Catch2 version 2 (Debian 12) and version 3 put the same macros in different headers.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
namespace Catch {
using Matchers::Equals;
}
#endif
