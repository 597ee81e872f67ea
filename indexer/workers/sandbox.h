// What a process that parses documents of unknown origin may do: compute, and talk over the
// descriptors that it has. No files, no network, no other processes, no new privileges.
#pragma once

namespace ofsearch {

// Confines this process for good. False where the kernel does not offer it (seccomp filters); the
// process then goes on as it was.
bool enter_sandbox();

// Whether enter_sandbox() works here, without entering it.
bool sandbox_available();

}  // namespace ofsearch
