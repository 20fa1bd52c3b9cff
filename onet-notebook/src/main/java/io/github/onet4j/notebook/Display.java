package io.github.onet4j.notebook;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.compare.GapDrift;
import io.github.onet4j.compare.ReleaseComparison;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.match.CareerPaths;
import io.github.onet4j.match.ClosestOccupations;
import io.github.onet4j.match.RankedTarget;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonRanking;
import java.util.List;
import java.util.Objects;

/**
 * A result to look at: {@linkplain #toHtml as HTML} in a notebook, {@linkplain #toText as text} in JShell, and
 * {@linkplain #toCsv as CSV} in a data frame. All three have the same order, and HTML and text the same figures, the
 * release and the credit. Immutable.
 *
 * <p>In a notebook of the Rapaio Jupyter kernel a gap, close occupations, career paths, the ranking of a person and a
 * drift show themselves, and so does a display. Elsewhere, print {@link #toText} or pass {@link #toHtml} to the
 * kernel.
 */
public final class Display {
    private static final int ROWS = 10;

    private final String title;
    private final String release;
    private final List<Part> parts;
    private final Rows rows;
    private final String attribution;
    private final int limit;

    Display(String title, String release, List<Part> parts, Rows rows, String attribution) {
        this(title, release, parts, rows, attribution, ROWS);
    }

    private Display(String title, String release, List<Part> parts, Rows rows, String attribution, int limit) {
        this.title = title;
        this.release = release;
        this.parts = List.copyOf(parts);
        this.rows = rows;
        this.attribution = attribution;
        this.limit = limit;
    }

    /**
     * Shows a gap: readiness, the elements to gain with a chart of their levels, and those that are unknown. The CSV
     * has a row for each element, of the kind {@code gap}, {@code unknown}, {@code matched} or {@code surplus}.
     *
     * @param gap the gap
     * @return its display
     */
    public static Display of(SkillGap gap) {
        Objects.requireNonNull(gap, "gap");
        return new GapDisplay(gap).display();
    }

    /**
     * Shows the targets of an occupation.
     *
     * @param matrix the ratings that the targets come from
     * @param from the source's code
     * @param targets what {@link RatingMatrix#targets} has returned
     * @return their display
     * @throws IllegalArgumentException if the matrix does not have the source
     */
    public static Display of(RatingMatrix matrix, OnetSocCode from, List<RankedTarget> targets) {
        Objects.requireNonNull(matrix, "matrix");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(targets, "targets");
        return RankingDisplay.of(matrix, from, targets);
    }

    /**
     * Shows the occupations closest to one, and what makes them close.
     *
     * @param closest the occupations
     * @return their display
     */
    public static Display of(ClosestOccupations closest) {
        Objects.requireNonNull(closest, "closest");
        return new ClosestDisplay(closest).display();
    }

    /**
     * Shows the ways from one occupation to another, with the direct one beside them. The CSV has a row for each step.
     *
     * @param paths the ways
     * @return their display
     */
    public static Display of(CareerPaths paths) {
        Objects.requireNonNull(paths, "paths");
        return new PathsDisplay(paths).display();
    }

    /**
     * Shows a person's readiness for a target, what is lacking, and what to ask next. The CSV has a row for each
     * element that the target needs.
     *
     * @param person what is known of the person
     * @param target the target's code
     * @return the display; it has the levels of the person in it
     * @throws io.github.onet4j.OccupationNotFoundException if the release has no such occupation
     * @throws IllegalArgumentException if the target is not rated on level and importance of every element, or needs
     *     nothing
     */
    public static Display of(PersonEstimate person, OnetSocCode target) {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(target, "target");
        return new PersonDisplay(person, target).display();
    }

    /**
     * Shows the occupations whose levels resemble a person's.
     *
     * @param ranking the occupations
     * @return their display
     */
    public static Display of(PersonRanking ranking) {
        Objects.requireNonNull(ranking, "ranking");
        return RankingDisplay.of(ranking);
    }

    /**
     * Shows what changed between two releases in a domain: known changes of method, occupations, and ratings by kind of
     * change. The CSV has a row for each rating that differs.
     *
     * @param comparison the comparison
     * @param domain the domain
     * @return the display of the comparison as it is now
     * @throws IllegalStateException if a catalog answers from another release by now
     */
    public static Display of(ReleaseComparison comparison, Domain domain) {
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(domain, "domain");
        return new ComparisonDisplay(comparison, domain).display();
    }

    /**
     * Shows why readiness moved between two releases. The CSV has a row for each part of the change.
     *
     * @param drift the drift
     * @return its display
     */
    public static Display of(GapDrift drift) {
        Objects.requireNonNull(drift, "drift");
        return new DriftDisplay(drift).display();
    }

    /**
     * Returns a display with more or fewer rows than the first ten of each table. The last line of a table counts those
     * that are not shown. A CSV has all of them always.
     *
     * @param rows the largest number of rows to show, at least 1
     * @return the other display
     */
    public Display withRows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, but was " + rows);
        }
        return new Display(title, release, parts, this.rows, attribution, rows);
    }

    /**
     * Returns the result as HTML for a cell of a notebook: tables, and a chart of levels as SVG, in the colors of the
     * notebook. It has no scripts and loads nothing, and every text in it is escaped.
     *
     * @return an element {@code div}
     */
    public String toHtml() {
        return new Html(limit).write(title, release, parts, attribution);
    }

    /**
     * Returns the result as text for a terminal.
     *
     * @return lines of up to 100 characters, with a line break after each
     */
    public String toText() {
        return new PlainText(limit).write(title, release, parts, attribution);
    }

    /**
     * Returns the rows of the result for a data frame: figures in full, from 0 to 1 where text and HTML show percent,
     * and nothing where there is no value. The release is in each row; show the {@link #attribution} beside them.
     *
     * @return a line with the names of the columns, and one for each row, by RFC 4180
     */
    public String toCsv() {
        return rows.toCsv();
    }

    /**
     * Returns the credit that the license of the data asks for. HTML and text have it in them.
     *
     * @return the attribution of the result
     */
    public String attribution() {
        return attribution;
    }

    /** Returns title and release without figures, so that nothing of a person gets into a log. */
    @Override
    public String toString() {
        return title + " (" + release + ")";
    }
}
