// Imports and variables for a release, from a database or from disk.
import java.io.*;
import java.math.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import io.github.onet4j.*;
import io.github.onet4j.compare.*;
import io.github.onet4j.gap.*;
import io.github.onet4j.match.*;
import io.github.onet4j.notebook.*;
import io.github.onet4j.person.*;
import io.github.onet4j.release.*;

OnetCatalog catalog = io.github.onet4j.examples.jshell.Opened.current().catalog();
SkillGapAnalyzer analyzer = io.github.onet4j.examples.jshell.Opened.current().analyzer();
