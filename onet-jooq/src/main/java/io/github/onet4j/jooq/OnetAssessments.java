package io.github.onet4j.jooq;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.assess.AssessmentOptions;
import io.github.onet4j.jooq.assess.AssessmentRun;
import io.github.onet4j.jooq.assess.StoredAssessment;
import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.TransactionMode;
import io.github.onet4j.jooq.internal.assess.AssessmentLoop;
import io.github.onet4j.jooq.internal.assess.Assessor;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets a language model assess the occupations of the active release, and stores its opinions in
 * {@code onet_assessment} and {@code onet_assessed_level}, apart from O*NET's own ratings, which it never changes.
 *
 * <p>The model is not asked if there is a stored assessment with the same release, occupation, domain, source
 * occupation, model name and prompt. Each call of the model is stored in {@code onet_model_call} as soon as it has
 * ended, with its prompt and its reply or failure, in its own transaction. The assessment with all its levels follows
 * in another transaction.
 *
 * <p>No connection is held while the model is asked. Inside a transaction of the host
 * ({@link TransactionMode#WHEN_AUTO_COMMIT}) its connection is held, and everything that is stored is part of that
 * transaction. Keep assessments out of transactions.
 *
 * <p>Immutable, and as thread-safe as the model. If two threads of a process want the same assessment, one asks while
 * the other waits; it then finds the assessment, or asks if the first thread has failed. A thread that is
 * {@linkplain AssessmentOptions#force forced} to ask, or inside a transaction of the host, does not wait. Two processes
 * may both ask; both assessments are stored. Every method may throw {@link OnetDatabaseException} and
 * {@link ReleaseNotLoadedException}.
 */
public final class OnetAssessments {
    private final Assessor assessor;

    OnetAssessments(Assessor assessor) {
        this.assessor = assessor;
    }

    /**
     * Assesses the skills of an occupation with {@link AssessmentOptions#DEFAULTS}.
     *
     * @param code the occupation's O*NET-SOC code, read as {@link OnetSocCode#parse} does
     * @return the assessment, new or found
     * @throws io.github.onet4j.OccupationNotFoundException if there is no such occupation
     * @throws io.github.onet4j.assess.InvalidReplyException if the reply is unusable even after one repair
     * @throws io.github.onet4j.assess.LanguageModelException if the model does not reply
     */
    public StoredAssessment assess(String code) {
        Objects.requireNonNull(code, "code");
        return assess(OnetSocCode.parse(code), AssessmentOptions.DEFAULTS);
    }

    /**
     * Assesses an occupation.
     *
     * @param code the occupation
     * @param options the domain, the source occupation, and whether to ask again
     * @return the assessment, new or found
     * @throws io.github.onet4j.OccupationNotFoundException if there is no such occupation, or no such source occupation
     * @throws io.github.onet4j.assess.InvalidReplyException if the reply is unusable even after one repair
     * @throws io.github.onet4j.assess.LanguageModelException if the model does not reply
     * @throws IllegalArgumentException if the release has no element in the domain
     */
    public StoredAssessment assess(OnetSocCode code, AssessmentOptions options) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(options, "options");
        return assessor.assess(code, options);
    }

    /**
     * Assesses occupations one after the other. Stored assessments are found, so a second run over the same occupations
     * continues one that ended early. With {@link AssessmentOptions#force} the model is asked about every occupation
     * again.
     *
     * <p>Some failures concern one occupation: there is no such occupation, its reply is unusable, or the model refuses
     * or blocks the request or gives an empty, incomplete or unreadable reply. The run reports them and continues. Any
     * other {@link io.github.onet4j.assess.LanguageModelException}, such as one about credentials, credit, limits or an
     * outage, would meet the next occupation too: it ends the run, which reports it and the occupations that are left.
     * A used-up budget ends the run as well.
     *
     * @param codes the occupations in the order to assess them; duplicates count once
     * @param options the domain, the pace and the budget
     * @return the report
     * @throws IllegalArgumentException if the release has no element in the domain
     */
    public AssessmentRun assessAll(Collection<OnetSocCode> codes, AssessmentOptions options) {
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(options, "options");
        return new AssessmentLoop(assessor, codes, options).run();
    }

    /**
     * Finds the newest assessment of an occupation in the active release, by any model and from any source occupation.
     * Does not ask the model.
     *
     * @param code the occupation
     * @param domain the domain
     * @return the assessment, or nothing if there is none
     */
    public Optional<StoredAssessment> find(OnetSocCode code, Domain domain) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(domain, "domain");
        return assessor.find(code, domain);
    }

    /**
     * Returns all assessments of an occupation in the active release, by any model and from any source occupation. Does
     * not ask the model.
     *
     * @param code the occupation
     * @param domain the domain
     * @return the assessments, newest first
     */
    public List<StoredAssessment> history(OnetSocCode code, Domain domain) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(domain, "domain");
        return assessor.history(code, domain);
    }
}
