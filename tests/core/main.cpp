#define CATCH_CONFIG_MAIN
#include "core/catch.hpp"
