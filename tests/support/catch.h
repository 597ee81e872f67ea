// The test framework, included in one place.
#pragma once

#include <catch2/catch.hpp>
