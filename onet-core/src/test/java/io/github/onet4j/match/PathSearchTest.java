package io.github.onet4j.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of a path, each with hand-made levels. Occupation 0 is the source, 1 the target; every weight is 1. */
final class PathSearchTest {
    private static final double[] SOURCE = {7, 0, 0};
    private static final double[] TARGET = {5, 5, 0};

    /** A graph in which moves lead from the source to each stop, and from there to the target. */
    private static MoveGraph over(boolean isDirectPlausible, double[]... stops) {
        double[][] levels = new double[stops.length + 2][];
        int[][] moves = new int[levels.length][];
        levels[0] = SOURCE;
        levels[1] = TARGET;
        moves[0] = isDirectPlausible ? new int[] {1} : new int[0];
        moves[1] = new int[0];
        for (int i = 0; i < stops.length; i++) {
            levels[i + 2] = stops[i];
            moves[i + 2] = new int[] {1};
            moves[0] = with(moves[0], i + 2);
        }
        return graph(levels, moves);
    }

    private static int[] with(int[] moves, int to) {
        int[] more = Arrays.copyOf(moves, moves.length + 1);
        more[moves.length] = to;
        return more;
    }

    private static MoveGraph graph(double[][] levels, int[][] moves) {
        double[][] weights = new double[levels.length][levels[0].length];
        for (double[] weight : weights) {
            Arrays.fill(weight, 1);
        }
        return new MoveGraph(levels, weights, moves);
    }

    private static List<int[]> run(MoveGraph graph, int maxStops) {
        return new PathSearch(graph, 0, 1, maxStops).run();
    }

    private static double[] levels(double... levels) {
        return levels;
    }

    private static int[] stops(int... stops) {
        return stops;
    }

    @Test
    void listsTheBestPathOfEachNumberOfStops() {
        assertThat(run(over(true, levels(5, 1.5, 0), levels(5, 2, 0)), 2)).containsExactly(stops(), stops(3));
    }

    @Test
    void anotherStopMustLowerTheHardestStepByAHundredth() {
        // The direct shortfall is .5, those of the first steps 4.9 / 9.95 = .492 and 4.9 / 10.1 = .485.
        assertThat(run(over(true, levels(5.05, 4.9, 0)), 1)).containsExactly(stops());
        assertThat(run(over(true, levels(5.2, 4.9, 0)), 1)).containsExactly(stops(), stops(2));
        assertThat(run(over(false, levels(5.05, 4.9, 0)), 1))
                .as("there is no path of fewer stops")
                .containsExactly(stops(2));
    }

    @Test
    void eachStopMustRaiseReadinessByTwoHundredths() {
        assertThat(run(over(false, levels(7, .15, 0)), 1)).isEmpty();
        assertThat(run(over(false, levels(7, .25, 0)), 1)).containsExactly(stops(2));
    }

    @Test
    void ofEqualHardestStepsTheSmallestDetourDecidesThenTheCodes() {
        // All leave .3 for the last step, which is the hardest.
        assertThat(run(over(false, levels(7, 2, .5), levels(7, 2, .2), levels(7, 2, .2)), 1))
                .containsExactly(stops(3));
    }

    @Test
    void aPathMayBeHarderThanTheDirectWayIfThatIsNoPlausibleMove() {
        // To the stop .77 is lacking, to the target .5.
        assertThat(run(over(false, levels(1.5, 5, 0)), 1)).containsExactly(stops(2));
        assertThat(run(over(true, levels(1.5, 5, 0)), 1)).containsExactly(stops());
    }

    @Test
    void whatWasLearnedAtEarlierStopsIsKept() {
        MoveGraph graph =
                graph(new double[][] {{4, 0, 0}, {4, 4, 4}, {2, 4, 0}, {2, 0, 4}}, new int[][] {{2}, {}, {3}, {1}});

        assertThat(run(graph, 2)).containsExactly(stops(2, 3));
        double[] reached = {4, 4, 0};
        assertThat(graph.readiness(reached, 3)).isEqualTo(2 / 6.0);
    }

    @Test
    void goesOverNoMoreStopsThanAllowed() {
        MoveGraph chain = graph(new double[][] {{1}, {7}, {2}, {4}, {6}}, new int[][] {{2}, {}, {3}, {4}, {1}});

        assertThat(run(chain, 2)).isEmpty();
        assertThat(run(chain, 3)).containsExactly(stops(2, 3, 4));
    }

    @Test
    void saysWhichRuleLeavesNoPath() {
        double[][] levels = {{1}, {7}, {2}};
        assertThat(PathSearch.whyNone(graph(levels, new int[][] {{}, {}, {1}}), 0, 1, 1))
                .isEqualTo(NoPathReason.NO_MOVE_FROM_SOURCE);
        assertThat(PathSearch.whyNone(graph(levels, new int[][] {{2}, {2}, {}}), 0, 1, 1))
                .isEqualTo(NoPathReason.NO_MOVE_TO_TARGET);
        assertThat(PathSearch.whyNone(graph(levels, new int[][] {{2}, {}, {1}}), 0, 1, 0))
                .isEqualTo(NoPathReason.NOT_CONNECTED);
        assertThat(PathSearch.whyNone(over(false, levels(7, .15, 0)), 0, 1, 1)).isEqualTo(NoPathReason.NO_PROGRESS);
        for (NoPathReason reason : NoPathReason.values()) {
            assertThat(reason.explanation()).doesNotEndWith(".").isNotBlank();
        }
    }
}
