// One program for all targets, `Fuzz TARGET …`: a program each took longer to build.
precondition(fuzz(), "no such target")
