# Shared by the scripts that start what is in this repository; sourced with the project's folder in $project, and the folder of
# the module that is started, seen from there, in $module.
# Sets $java, $java_home and $class_path. Nothing but a JDK is needed.
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
        fail "onet4j needs a JDK 17 or newer, and there is no java on the PATH." \
            "Install one, for example from https://adoptium.net, or let JAVA_HOME name one."
    fi
    properties=$("$java" -XshowSettings:properties -version 2>&1)
    version=$(printf '%s\n' "$properties" | sed -n 's/^ *java\.specification\.version = //p')
    java_home=$(printf '%s\n' "$properties" | sed -n 's/^ *java\.home = //p')
    if [ "${version%%.*}" -lt 17 ]; then
        fail "onet4j needs a JDK 17 or newer; the Java in $java_home is of version $version." \
            "Install a newer one, for example from https://adoptium.net, or let JAVA_HOME name one."
    fi
}

# What the library is built from, and what else is named below the project's folder: is any of it newer than a file?
is_newer_than() {
    built=$1
    shift
    newer=$(cd "$project" && find pom.xml onet-core/pom.xml onet-core/src/main onet-jooq/pom.xml onet-jooq/src/main "$@" \
        -type f -newer "$built" | head -n 1)
    [ -n "$newer" ]
}

# Builds a module and what it stands on: maven MODULE PHASE [OPTION...]
# Without tests and checks, and without what is made for publishing only.
maven() {
    [ -x "$java_home/bin/javac" ] || fail \
        "onet4j is built on the first run, for which the Java in $java_home lacks a compiler." \
        "Install a JDK 17 or newer, or let JAVA_HOME name one."
    wanted=$1
    phase=$2
    shift 2
    (cd "$project" && JAVA_HOME="$java_home" ./mvnw "$@" -q -B -ntp -pl "$wanted" -am -DskipTests \
        -Dspotless.check.skip=true -Denforcer.skip=true -Dmaven.javadoc.skip=true -Dmaven.source.skip=true "$phase") >&2 ||
        fail "The build failed; its messages are above. It needs a way to Maven's repository, the first time."
}

tell_of_first_build() {
    echo "Building onet4j. The first time Maven downloads what it needs, which may take minutes ..." >&2
}

# The build of a module of examples leaves a list of everything that its classes need. All of it must still be there, and
# no source newer.
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

# Builds the classes of $module on the first time and after a change; Maven stays offline with --offline among the arguments.
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
