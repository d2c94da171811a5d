/* Runs one command and says how long it took and how much memory it held.
   usage: clock SECONDS OUTPUT COMMAND [ARGUMENT...]
   Standard output: wall nanoseconds (monotonic), peak resident KiB, exit status (128 + signal; 124 after SECONDS).
   The command's own output goes to OUTPUT. In C because a child's peak counts what its parent held before exec. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile pid_t child;
static volatile sig_atomic_t expired;

static void expire(int signal_number) {
    (void)signal_number;
    expired = 1;
    if (child > 0) kill(-child, SIGKILL);
}

static long long nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void become(char **command, int output) {
    setpgid(0, 0);
    int input = open("/dev/null", O_RDONLY);
    if (input < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) _exit(126);
    execvp(command[0], command);
    _exit(127);
}

int main(int count, char **arguments) {
    if (count < 4) {
        fprintf(stderr, "usage: clock SECONDS OUTPUT COMMAND [ARGUMENT...]\n");
        return 64;
    }
    int output = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (output < 0) {
        perror(arguments[2]);
        return 74;
    }
    signal(SIGALRM, expire);

    long long start = nanoseconds();
    child = fork();
    if (child < 0) {
        perror("fork");
        return 71;
    }
    if (child == 0) become(arguments + 3, output);
    setpgid(child, child);
    alarm((unsigned)atoi(arguments[1]));
    int status;
    struct rusage usage;
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) return 71;
    }
    long long wall = nanoseconds() - start;

    int code = expired ? 124 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    printf("%lld %ld %d\n", wall, usage.ru_maxrss, code);
    return 0;
}
