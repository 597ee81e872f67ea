// Started by systemd: the socket that it listens on for us, and telling it that we answer.
#pragma once

#include <string_view>

namespace ofsearch::web {

// The descriptor of the one socket handed over (sd_listen_fds(3)), or -1.
int inherited_socket();

// "READY=1" (sd_notify(3)); nothing where nobody asked to be told.
void tell_service_manager(std::string_view state);

}  // namespace ofsearch::web
