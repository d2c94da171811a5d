// What the Glibc module leaves out: extended attributes, where access control lists are kept, and the call with which two files
// change places (glibc declares it for GNU sources alone).
#include <sys/xattr.h>

extern int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
static const unsigned int sfm_rename_exchange = 2;
