# Shared by the scripts that start the examples. They source it after they have set $project, the project's folder, and
# $module, the module's folder below it.
# Sets $java, $java_home, $encoding and $class_path. Needs only a JDK.
# shellcheck shell=sh disable=SC2154,SC2034

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

find_java() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
        java="$JAVA_HOME/bin/java"
    elif command -v java >/dev/null 2>&1; then
        java=java
    else
        fail "onet4j needs JDK 17 or newer, but there is no java on the PATH." \
            "Install one, for example from https://adoptium.net, or set JAVA_HOME."
    fi
    properties=$("$java" -XshowSettings:properties -version 2>&1)
    version=$(printf '%s\n' "$properties" | sed -n 's/^ *java\.specification\.version = //p')
    java_home=$(printf '%s\n' "$properties" | sed -n 's/^ *java\.home = //p')
    if [ "${version%%.*}" -lt 17 ]; then
        fail "onet4j needs JDK 17 or newer, but $java_home has version $version." \
            "Install a newer one, for example from https://adoptium.net, or set JAVA_HOME."
    fi
    # Without a locale, as in many containers, Java would print a question mark for every character beyond ASCII.
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
        C | POSIX) encoding='-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8' ;;
        *) encoding= ;;
    esac
}

# is_newer_than FILE [PATH...]: is a source of the library, or a path below the project's folder, newer than the file?
is_newer_than() {
    built=$1
    shift
    newer=$(cd "$project" && find pom.xml onet-core/pom.xml onet-core/src/main onet-jooq/pom.xml onet-jooq/src/main \
        "$@" -type f -newer "$built" | head -n 1)
    [ -n "$newer" ]
}

# maven MODULE PHASE [OPTION...]: builds a module and those it depends on, without tests, checks, sources and javadoc.
maven() {
    [ -x "$java_home/bin/javac" ] || fail \
        "The first run builds onet4j, but the Java in $java_home has no compiler." \
        "Install JDK 17 or newer, or set JAVA_HOME."
    wanted=$1
    phase=$2
    shift 2
    (cd "$project" && JAVA_HOME="$java_home" ./mvnw "$@" -q -B -ntp -pl "$wanted" -am -Dlaunch -Dmaven.test.skip=true \
        -Denforcer.skip=true -Dmaven.javadoc.skip=true -Dmaven.source.skip=true "$phase") >&2 ||
        fail "The build failed, see above. The first build needs access to Maven's repository."
}

tell_of_first_build() {
    echo "Building onet4j. The first time, Maven downloads its dependencies, which may take a few minutes ..." >&2
}

# The build of an example leaves its class path in a file. All of its entries must exist, and no source may be newer.
are_examples_built() {
    [ -f "$class_path_file" ] && [ -d "$classes" ] || return 1
    entries=$(cat "$class_path_file")
    case $entries in
        *"$project/onet-core/target/"*) ;;
        *) return 1 ;;
    esac
    saved_ifs=$IFS
    IFS=:
    for entry in $entries; do
        if ! [ -e "$entry" ]; then
            IFS=$saved_ifs
            return 1
        fi
    done
    IFS=$saved_ifs
    ! is_newer_than "$class_path_file" "$module/pom.xml" "$module/src/main"
}

# Builds the classes of $module on the first run and after a change; with the argument --offline, Maven stays offline.
build_examples() {
    classes="$project/$module/target/classes"
    class_path_file="$project/$module/target/launch.classpath"
    if ! are_examples_built; then
        if is_offline "$@"; then
            echo "Building onet4j ..." >&2
            maven "$module" process-classes --offline
        else
            tell_of_first_build
            maven "$module" process-classes
        fi
    fi
    class_path="$classes:$(cat "$class_path_file")"
}

is_offline() {
    for argument in "$@"; do
        [ "$argument" != --offline ] || return 0
    done
    return 1
}
