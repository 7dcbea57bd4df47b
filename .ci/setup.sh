# shellcheck shell=sh
# Set-up that ./run and ./test share; sourced, with $root set to the checkout. Nothing here needs git or bash.
# All words go to stderr: stdout belongs to the program, whose --json must stay one document.

venv=$root/.venv
python=$venv/bin/python
apt_is_fresh=

# What Qt needs on Debian and Ubuntu: to be imported, to write letters, to open a real window.
qt_packages="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core fonts-liberation \
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"

say() {
    printf '%s\n' "$*" >&2
}

# may_install: is this Debian's or Ubuntu's root? WARKAT_NO_APT=1 keeps the hands off.
may_install() {
    [ -z "${WARKAT_NO_APT:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

# install_packages WHAT PACKAGE...: installs, or says the one line to type; fails when the packages are not there after it.
install_packages() {
    what=$1
    shift
    if ! may_install; then
        say "$what is missing here. To install it, type:  sudo apt-get install --no-install-recommends $*"
        return 1
    fi
    say "Installing $what ..."
    # RUNLEVEL=1: a package that brings a service (PostgreSQL) must not start it on the person's machine.
    if {
        [ -n "$apt_is_fresh" ] || apt-get -q update
        DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -q -y -o DPkg::Lock::Timeout=180 \
            install --no-install-recommends "$@"
    } </dev/null >"$venv.apt.log" 2>&1; then
        apt_is_fresh=yes
        rm -f "$venv.apt.log"
        return 0
    fi
    tail -n 5 "$venv.apt.log" >&2
    rm -f "$venv.apt.log"
    say "$what could not be installed. By hand:  apt-get update && apt-get install --no-install-recommends $*"
    return 1
}

# find_python: prints the first Python that is new enough. The system's own comes first: its wheels are the likeliest.
find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$candidate" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    if ! system_python=$(find_python); then
        say "Warkat needs Python 3.11 or newer, and none was found. On Debian 12:  sudo apt-get install python3 python3-venv"
        exit 1
    fi
    if ! "$system_python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_packages "Python's venv" python3-venv || exit 1
    fi
    say "Making .venv with $("$system_python" --version) ..."
    "$system_python" -m venv --clear "$venv" || exit 1
}

# install_lock NAME: installs a hashed lock, unless exactly this lock is installed already.
install_lock() {
    lock=$root/$1
    if cmp -s "$lock" "$venv/$1" && [ -x "$python" ] && "$python" -S -c '' 2>/dev/null; then
        return 0
    fi
    # Two set-ups at once (a run beside a test) must not write one .venv: the second waits.
    exec 9<"$root"
    if command -v flock >/dev/null 2>&1; then flock 9; fi
    if ! cmp -s "$lock" "$venv/$1" || ! "$python" -S -c '' 2>/dev/null; then
        if ! "$python" -m pip --version >/dev/null 2>&1; then make_venv; fi
        say "Installing what $1 names (once; some 400 MB) ..."
        "$python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes \
            --only-binary :all: -r "$lock" </dev/null >&2 || {
            say "The packages could not be installed; the lines above say why. Nothing else was changed; try again later."
            exit 1
        }
        # The checkout itself: relative to site-packages, so that a folder that is moved still works.
        for packages in "$venv"/lib/python3*/site-packages; do
            printf '../../../..\n' >"$packages/warkat.pth"
        done
        cp "$lock" "$venv/$1"
    fi
    exec 9<&-
}

# qt_is_whole: can everything that Qt loads be found, and a font to write with?
qt_is_whole() {
    [ "$(uname -s)" = Linux ] || return 0
    for qt in "$venv"/lib/python3*/site-packages/PySide6/Qt; do
        for library in "$qt"/lib/libQt6Widgets.so.6 "$qt"/lib/libQt6Svg.so.6 "$qt"/lib/libQt6PrintSupport.so.6 \
            "$qt"/plugins/platforms/libqxcb.so "$qt"/plugins/platforms/libqoffscreen.so; do
            case $(ldd "$library" 2>/dev/null) in
            *"not found"*) return 1 ;;
            esac
        done
    done
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.otf' \) -print 2>/dev/null | head -n 1)" ]
}

# install_qt_libraries: looked at once; what was missing is looked at again when a window is wanted ($1 = again).
install_qt_libraries() {
    answer=
    [ ! -r "$venv/qt-libraries" ] || read -r answer <"$venv/qt-libraries"
    if [ "$answer" = whole ] || { [ "$answer" = missing ] && [ "${1:-}" != again ]; }; then
        return 0
    fi
    answer=whole
    if ! qt_is_whole; then
        # shellcheck disable=SC2086  # a list of packages
        install_packages "What Qt needs (system libraries and fonts)" $qt_packages || answer=missing
    fi
    echo "$answer" >"$venv/qt-libraries"
}
