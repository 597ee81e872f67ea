// The test runner, which Catch2 version 3 brings along as a library.
#define CATCH_CONFIG_MAIN
#include "tests/support/catch.h"
