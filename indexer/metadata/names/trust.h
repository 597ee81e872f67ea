// Tells which facts of a text full of misreadings (damage.h) can be taken as they are printed.
#pragma once

#include "indexer/metadata/view/view.h"

#include <string_view>

namespace ofsearch {

// Tells whether a lead inspector's name (several parted by ";") is right: it is if it is made of
// common names, or printed twice, and no other row may name one more.
bool is_trusted_lead(const View& view, const Reading& reading);

// Tells whether an authority's name can be trusted. "Gloucestershire" may be what is left of "South
// Gloucestershire", and a name that no authority has may be anything.
bool is_trusted_authority(std::string_view name);

}  // namespace ofsearch
