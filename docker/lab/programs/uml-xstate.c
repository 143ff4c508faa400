// Lets user-mode Linux 6.1 run on processors whose register state is larger than the 2696 bytes it knows (those with AMX).
// It sets the floating-point registers of its processes with ptrace, and the kernel takes only the full size. This library,
// preloaded, completes what user-mode Linux gives with what the process has already.
// build: cc -shared -fPIC -O1 -o uml-xstate.so uml-xstate.c -ldl
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/uio.h>

#define NT_X86_XSTATE 0x202
#define XSTATE_BV 512                    // offset of the mask of components in use
#define AMX (3ULL << 17)                 // the two components that no process inside ever uses

typedef long (*ptrace_call)(int, pid_t, void *, void *);

static long complete(ptrace_call real, pid_t pid, struct iovec *given) {
    static __thread char state[65536];
    struct iovec full = { state, sizeof state };
    if (real(PTRACE_GETREGSET, pid, (void *)NT_X86_XSTATE, &full) < 0) return -1;
    memcpy(state, given->iov_base, given->iov_len < full.iov_len ? given->iov_len : full.iov_len);
    unsigned long long components;
    memcpy(&components, state + XSTATE_BV, sizeof components);
    components &= ~AMX;
    memcpy(state + XSTATE_BV, &components, sizeof components);
    return real(PTRACE_SETREGSET, pid, (void *)NT_X86_XSTATE, &full);
}

long ptrace(enum __ptrace_request request, ...) {
    static ptrace_call real;
    va_list more;
    va_start(more, request);
    pid_t pid = va_arg(more, pid_t);
    void *address = va_arg(more, void *);
    void *data = va_arg(more, void *);
    va_end(more);
    if (!real) real = (ptrace_call)dlsym(RTLD_NEXT, "ptrace");
    if (request == PTRACE_SETREGSET && address == (void *)NT_X86_XSTATE) return complete(real, pid, data);
    return real(request, pid, address, data);
}
