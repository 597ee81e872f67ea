// Serves a start by systemd, which listens on a socket for us and wants to hear that we answer.
#pragma once

#include <string_view>

namespace ofsearch::web {

// Returns the descriptor of the one socket handed over (sd_listen_fds(3)), or -1.
int inherited_socket();

// Tells systemd `state`, such as "READY=1" (sd_notify(3)). Does nothing if nobody asked to be told.
void tell_service_manager(std::string_view state);

}  // namespace ofsearch::web
