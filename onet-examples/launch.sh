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

# maven [OPTION...]: compiles $module and those it depends on, without checks.
maven() {
    [ -x "$java_home/bin/javac" ] || fail \
        "The first run builds onet4j, but the Java in $java_home has no compiler." \
        "Install JDK 17 or newer, or set JAVA_HOME."
    (cd "$project" && JAVA_HOME="$java_home" ./mvnw "$@" -q -B -ntp -pl "$module" -am -Dlaunch -Dmaven.test.skip=true \
        -Denforcer.skip=true -Dspotless.check.skip=true process-classes) >&2 ||
        fail "The build failed, see above. The first build needs access to Maven's repository."
}

# Every build of an example, whoever starts it, writes its class path into a file anew. All entries of the class path
# must exist, and no source of the example and of the project's modules on it may be newer than the file. The times of
# jars tell nothing: Maven leaves a jar alone that would not change, or dates it as the commit wants.
is_built() {
    [ -f "$class_path_file" ] && [ -d "$classes" ] || return 1
    sources="pom.xml $module/pom.xml $module/src/main onet-examples/sample"
    library=
    saved_ifs=$IFS
    IFS=:
    for entry in $(cat "$class_path_file"); do
        if ! [ -e "$entry" ]; then
            IFS=$saved_ifs
            return 1
        fi
        case $entry in
            "$project"/*/target/*)
                library=${entry#"$project"/}
                library=${library%/target/*}
                sources="$sources $library/pom.xml $library/src/main"
                ;;
        esac
    done
    IFS=$saved_ifs
    # Without the project's modules, a build of the example alone has taken them from Maven's repository.
    [ -n "$library" ] || return 1
    # shellcheck disable=SC2086
    [ -z "$(cd "$project" && find $sources -type f -newer "$class_path_file" | head -n 1)" ]
}

# Builds $module on the first run and after a change; with the argument --offline, Maven stays offline.
build_example() {
    classes="$project/$module/target/classes"
    class_path_file="$project/$module/target/launch.classpath"
    if ! is_built; then
        if is_offline "$@"; then
            echo "Building onet4j ..." >&2
            maven --offline
        else
            echo "Building onet4j. The first time, Maven downloads its dependencies, which may take a few minutes ..." >&2
            maven
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
