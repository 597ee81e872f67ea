// Does what is to be done before processes are forked that read texts with little memory.
#pragma once

namespace ofsearch {

// Makes what text.h and sentences.h make at their first use in a thread. If ICU finds no memory
// while it sets itself up, it may wait for ever or end the process. Throws std::bad_alloc.
void prepare_text();

}  // namespace ofsearch
