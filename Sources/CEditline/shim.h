#ifndef SFM_CEDITLINE_SHIM_H
#define SFM_CEDITLINE_SHIM_H

/* libedit is configured through variadic calls, which Swift cannot import. Each wrapper below fixes the arguments of
   one; being static inline, they need no C target. Only the wide interface is used: the other counts bytes. */

#include <histedit.h>
#include <stdio.h>
#include <sys/select.h>
#include <wchar.h>

typedef wchar_t *(*sfm_el_prompt)(EditLine *);
typedef unsigned char (*sfm_el_command)(EditLine *, wint_t);
typedef int (*sfm_el_reader)(EditLine *, wchar_t *);

/* stdin, stdout and stderr are mutable globals to Swift 6, so they are named here only. */
static inline EditLine *sfm_el_open(const char *name) { return el_init(name, stdin, stdout, stderr); }
static inline void sfm_el_flush(void) { fflush(stdout); }

static inline void sfm_el_set_owner(EditLine *e, void *owner) { el_wset(e, EL_CLIENTDATA, owner); }
static inline void *sfm_el_owner(EditLine *e) {
    void *owner = NULL;
    el_wget(e, EL_CLIENTDATA, &owner);
    return owner;
}

static inline void sfm_el_set_prompt(EditLine *e, sfm_el_prompt f, wchar_t mark) { el_wset(e, EL_PROMPT_ESC, f, mark); }
static inline void sfm_el_set_reader(EditLine *e, sfm_el_reader f) { el_wset(e, EL_GETCFN, f); }

/* Emacs keys; signals are ours; while a line is edited Ctrl-C and Ctrl-S are keys, and CR and LF stay apart. */
static inline void sfm_el_set_modes(EditLine *e) {
    el_wset(e, EL_EDITOR, L"emacs");
    el_wset(e, EL_SIGNAL, 0);
    el_wset(e, EL_SETTY, L"-d", L"-isig", L"-ixon", L"-icrnl", L"-inlcr", NULL);
}

/* libedit keeps the pointer to the name, so the name must outlive the editor. */
static inline void sfm_el_add_command(EditLine *e, const wchar_t *name, sfm_el_command f) {
    el_wset(e, EL_ADDFN, name, name, f);
}
static inline void sfm_el_bind(EditLine *e, const wchar_t *key, const wchar_t *command) {
    el_wset(e, EL_BIND, key, command, NULL);
}

/* Forgets what is on the screen and draws prompt and line from where the cursor is. */
static inline void sfm_el_redraw(EditLine *e) { el_wset(e, EL_REFRESH); }
/* Takes the terminal's line editing away before the prompt invites keys: a Ctrl-D typed at once must arrive as a key. */
static inline void sfm_el_take_terminal(EditLine *e) { el_wset(e, EL_PREP_TERM, 1); }
/* Gives the terminal back its own modes; the next key read takes them away again. */
static inline void sfm_el_release_terminal(EditLine *e) { el_wset(e, EL_PREP_TERM, 0); }

static inline void sfm_el_use_history(EditLine *e, HistoryW *h, int size) {
    HistEventW event;
    history_w(h, &event, H_SETSIZE, size);
    history_w(h, &event, H_SETUNIQUE, 1);
    el_wset(e, EL_HIST, history_w, h);
}
static inline void sfm_el_remember(HistoryW *h, const wchar_t *line) {
    HistEventW event;
    history_w(h, &event, H_ENTER, line);
}

/* Waits for input on a small descriptor, for ever without a limit, with these signals blocked: FD_SET is a macro, and
   ppoll is not declared without _GNU_SOURCE. Returns 1 for input, 0 at the limit, -1 with errno. */
static inline int sfm_wait_for_input(int descriptor, const struct timespec *limit, const sigset_t *blocked) {
    fd_set waited;
    FD_ZERO(&waited);
    FD_SET(descriptor, &waited);
    return pselect(descriptor + 1, &waited, NULL, NULL, limit, blocked);
}

/* Terminal cells of a character in the current locale, -1 for one that is not printed. */
extern int wcwidth(wchar_t);
static inline int sfm_cells(wchar_t c) { return wcwidth(c); }

#endif
