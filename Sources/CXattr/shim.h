// Extended attributes, where access control lists are kept: the Glibc module leaves this header out.
#include <sys/xattr.h>
