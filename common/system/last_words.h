// How a program ends when something goes wrong that nobody foresaw: with one sentence, whatever is
// left of memory, and never by a signal.
#pragma once

#include <functional>

namespace ofsearch {

// Runs `body`, the whole of main(). An exception that it lets out is told in one line on standard
// error ("ofindex: there is not enough memory"), and the exit status is kExitIndex. From before
// the first constructor of the program on, the same holds for exceptions that cannot be caught
// (std::terminate).
int with_last_words(const std::function<int()>& body);

// In a child process whose end its parent explains: std::terminate() is a signal again.
void forget_last_words();

}  // namespace ofsearch
