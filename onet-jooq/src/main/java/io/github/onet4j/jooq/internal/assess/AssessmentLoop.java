package io.github.onet4j.jooq.internal.assess;

import io.github.onet4j.OccupationNotFoundException;
import io.github.onet4j.OnetException;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.InvalidReplyException;
import io.github.onet4j.assess.LanguageModelException;
import io.github.onet4j.jooq.assess.AssessmentOptions;
import io.github.onet4j.jooq.assess.AssessmentProgress;
import io.github.onet4j.jooq.assess.AssessmentRun;
import io.github.onet4j.web.WebServicesException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Assesses occupations one after the other, within a budget. For one thread and one run. */
public final class AssessmentLoop {
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentLoop.class);

    private final Assessor assessor;
    private final AssessmentOptions options;
    private final TokenMeter meter;
    private final Queue<OnetSocCode> left;
    private final int total;
    private final List<OnetSocCode> assessed = new ArrayList<>();
    private final List<OnetSocCode> found = new ArrayList<>();
    private final Map<OnetSocCode, OnetException> failures = new LinkedHashMap<>();
    private final long start = System.nanoTime();

    public AssessmentLoop(Assessor assessor, Collection<OnetSocCode> codes, AssessmentOptions options) {
        this.assessor = assessor;
        this.options = options;
        this.meter = new TokenMeter(options);
        this.left = new ArrayDeque<>(new LinkedHashSet<>(codes));
        this.total = left.size();
    }

    /** Runs until the end, the end of the budget, or a failure of the model that the next occupation would meet too. */
    public AssessmentRun run() {
        while (!left.isEmpty() && !meter.isUsedUp()) {
            OnetSocCode code = left.element();
            try {
                assess(code);
            } catch (LanguageModelException e) {
                if (!concernsOneReply(e.reason())) {
                    return end(e);
                }
                failures.put(code, e);
            } catch (InvalidReplyException | OccupationNotFoundException | WebServicesException e) {
                failures.put(code, e);
            }
            left.remove();
            options.progress()
                    .accept(new AssessmentProgress(total - left.size(), total, code, meter.calls(), meter.tokens()));
        }
        return end(null);
    }

    private void assess(OnetSocCode code) {
        int before = meter.calls();
        assessor.assess(code, options, meter);
        (meter.calls() == before ? found : assessed).add(code);
    }

    private static boolean concernsOneReply(LanguageModelException.Reason reason) {
        return switch (reason) {
            case REFUSED, BLOCKED, EMPTY, CUT_SHORT, UNREADABLE, TOO_LARGE -> true;
            case CREDENTIALS_REFUSED,
                    NO_CREDIT,
                    RATE_LIMITED,
                    UNREACHABLE,
                    SERVICE_FAILED,
                    MODEL_NOT_FOUND,
                    LIMIT_REACHED,
                    INTERRUPTED -> false;
        };
    }

    private AssessmentRun end(@Nullable LanguageModelException endedBy) {
        AssessmentRun run = AssessmentRun.builder()
                .assessed(assessed)
                .found(found)
                .failures(failures)
                .left(left)
                .calls(meter.calls())
                .tokens(meter.tokens())
                .elapsed(Duration.ofNanos(System.nanoTime() - start))
                .endedBy(endedBy)
                .build();
        LOG.atLevel(endedBy == null ? Level.INFO : Level.WARN).log("{}", run);
        return run;
    }
}
