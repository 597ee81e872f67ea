// Tells whether a terminal shows text that leads to an address (OSC 8).
#pragma once

namespace ofsearch {

// Returns true when file descriptor `fd` is a terminal that says, by TERM or a variable of its own,
// that it is one of those that know links. Others could print the address as rubbish.
bool wants_links(int fd);

}  // namespace ofsearch
