// ncursesw for Swift, which sees neither macros, variadic functions nor `stdscr`.
#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
