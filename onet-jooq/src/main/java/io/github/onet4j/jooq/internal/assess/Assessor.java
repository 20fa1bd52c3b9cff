package io.github.onet4j.jooq.internal.assess;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.AssessmentTask;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.LanguageModelGapDescriber;
import io.github.onet4j.assess.ProficiencyAssessment;
import io.github.onet4j.assess.ProficiencyAssessor;
import io.github.onet4j.assess.Turn;
import io.github.onet4j.gap.GapDescriber;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.jooq.assess.AssessmentOptions;
import io.github.onet4j.jooq.assess.StoredAssessment;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.query.DatabaseCatalog;
import io.github.onet4j.jooq.load.StoredRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the stored opinion of a language model about an occupation, or asks the model and stores its reply. */
public final class Assessor {
    private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);

    private final Database database;
    private final OnetCatalog catalog;
    private final DatabaseCatalog stored;
    private final LanguageModel model;
    private final AssessmentStore store;
    private final KeyedLock<Inquiry.Key> lock = new KeyedLock<>();

    /** Takes tasks from a catalog that may fetch what the release lacks, and stored elements from another. */
    public Assessor(
            Database database, OnetCatalog catalog, DatabaseCatalog stored, LanguageModel model, String modelName) {
        this.database = database;
        this.catalog = catalog;
        this.stored = stored;
        this.model = model;
        this.store = new AssessmentStore(database, model, modelName);
    }

    /** Assesses one occupation. */
    public StoredAssessment assess(OnetSocCode code, AssessmentOptions options) {
        return assess(code, options, new TokenMeter(options));
    }

    StoredAssessment assess(OnetSocCode code, AssessmentOptions options, TokenMeter meter) {
        Inquiry inquiry = ofActiveRelease(release -> Inquiry.of(release, task(code, options)));
        if (options.force()) {
            return ask(inquiry, meter);
        }
        return store.find(inquiry).orElseGet(() -> inTurn(inquiry, meter));
    }

    /** Returns the newest assessment of an occupation of the active release. */
    public Optional<StoredAssessment> find(OnetSocCode code, Domain domain) {
        return ofActiveRelease(release -> store.find(release, code, domain, stored.elements(domain)));
    }

    /** Returns all assessments of an occupation of the active release, newest first. */
    public List<StoredAssessment> history(OnetSocCode code, Domain domain) {
        return ofActiveRelease(release -> store.all(release, code, domain, stored.elements(domain)));
    }

    /** Lets the model put a gap into words, and stores its calls. */
    public GapDescriber.Texts describe(SkillGap gap) {
        StoredRelease release = stored.storedRelease();
        OnetSocCode target = gap.to().code().orElseThrow();
        return LanguageModelGapDescriber.of(model)
                .observedBy(turn -> store.keep(release, target, ModelCalls.Purpose.GAP, turn))
                .describe(gap);
    }

    private AssessmentTask task(OnetSocCode code, AssessmentOptions options) {
        AssessmentTask task = AssessmentTask.of(catalog, code.value(), options.domain());
        OnetSocCode from = options.from();
        return from == null ? task : task.from(catalog.profile(from, options.domain()));
    }

    /**
     * Waits for another thread with the same inquiry. A caller inside the host's transaction must not wait: the other
     * thread may be waiting for rows that this transaction has locked.
     */
    private StoredAssessment inTurn(Inquiry inquiry, TokenMeter meter) {
        if (database.isInHostTransaction()) {
            return ask(inquiry, meter);
        }
        return lock.locked(inquiry.key(), () -> store.find(inquiry).orElseGet(() -> ask(inquiry, meter)));
    }

    private StoredAssessment ask(Inquiry inquiry, TokenMeter meter) {
        meter.awaitTurn();
        List<Integer> calls = new ArrayList<>();
        ProficiencyAssessment assessment = ProficiencyAssessor.of(model)
                .observedBy(turn -> {
                    meter.count(turn);
                    calls.add(store.keep(
                            inquiry.release(),
                            inquiry.task().occupation().code(),
                            ModelCalls.Purpose.PROFICIENCY,
                            turn));
                })
                .assess(inquiry.task());
        logUnassessed(assessment);
        Turn accepted = assessment.acceptedTurn();
        int call = calls.get(assessment.turns().indexOf(accepted));
        return store.keep(inquiry, call, accepted, assessment.skills());
    }

    private static void logUnassessed(ProficiencyAssessment assessment) {
        if (!assessment.unassessed().isEmpty()) {
            LOG.warn(
                    "the model's reply about {} has no usable entry for {}; problems: {}",
                    assessment.task().occupation(),
                    assessment.unassessed(),
                    assessment.acceptedTurn().problems());
        }
    }

    /** Answers from one release, and again if another is active by then. */
    private <T> T ofActiveRelease(Function<StoredRelease, T> question) {
        StoredRelease release = stored.storedRelease();
        while (true) {
            T answer = question.apply(release);
            StoredRelease active = stored.storedRelease();
            if (active.id() == release.id()) {
                return answer;
            }
            release = active;
        }
    }
}
