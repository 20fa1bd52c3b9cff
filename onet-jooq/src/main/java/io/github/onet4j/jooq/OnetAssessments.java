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
import java.util.Optional;

/**
 * Lets a language model assess the occupations of the active release, and stores what it says: in {@code onet_assessment} and
 * {@code onet_assessed_level}, apart from O*NET's own ratings, which it never changes.
 *
 * <p>An assessment is found again, and the model not asked, where release, occupation, domain, source occupation, the name of the
 * model and the whole prompt are the same. Each call of the model, with its prompt and its reply, is stored in
 * {@code onet_model_call} as soon as it is over, whatever came of it, and in a transaction of its own; the assessment with all its
 * levels follows in another.
 *
 * <p>No connection is held while the model is asked. Inside a transaction of the host's ({@link TransactionMode#WHEN_AUTO_COMMIT}) the
 * host's is, and all that is stored is part of that transaction; let assessments be outside of one.
 *
 * <p>Immutable, and as safe for many threads as the model. Of two threads of a process that want the same assessment one asks,
 * and the other waits and finds it, or asks itself if the first fails; one that is {@linkplain AssessmentOptions#force forced} to
 * ask, or in a transaction of the host's, does not wait. Two processes may both ask, and both assessments are stored. Every method
 * may throw {@link OnetDatabaseException} and {@link ReleaseNotLoadedException}.
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
     * @throws io.github.onet4j.assess.InvalidReplyException if the reply can't be used even after one repair
     * @throws io.github.onet4j.assess.LanguageModelException if the model does not reply
     */
    public StoredAssessment assess(String code) {
        return assess(OnetSocCode.parse(code), AssessmentOptions.DEFAULTS);
    }

    /**
     * Assesses an occupation.
     *
     * @param code the occupation
     * @param options what of it, and whether to ask again
     * @return the assessment, new or found
     * @throws io.github.onet4j.OccupationNotFoundException if there is no such occupation, or no such source occupation
     * @throws io.github.onet4j.assess.InvalidReplyException if the reply can't be used even after one repair
     * @throws io.github.onet4j.assess.LanguageModelException if the model does not reply
     * @throws IllegalArgumentException if the release has no element in the domain
     */
    public StoredAssessment assess(OnetSocCode code, AssessmentOptions options) {
        return assessor.assess(code, options);
    }

    /**
     * Assesses occupations one after the other. Assessments that are stored are found, so a run that ended early is taken up by
     * another over the same occupations; with {@link AssessmentOptions#force} every occupation is asked about again.
     *
     * <p>An occupation that is not there, a reply that can't be used, and a request that the model refuses, blocks, or answers
     * with nothing whole or legible fail for one occupation; the run names them and goes on. Any other
     * {@link io.github.onet4j.assess.LanguageModelException}, such as for credentials, credit, limits or an outage, would meet
     * the next occupation too: it ends the run, which says so and names what is left. A budget that is used up does the same.
     *
     * @param codes the occupations, in the order in which to assess them; one that stands twice counts once
     * @param options what of them, how fast, and within which budget
     * @return what was done
     * @throws IllegalArgumentException if the release has no element in the domain
     */
    public AssessmentRun assessAll(Collection<OnetSocCode> codes, AssessmentOptions options) {
        return new AssessmentLoop(assessor, codes, options).run();
    }

    /**
     * Finds the newest assessment of an occupation in the active release, of whichever model and source occupation. Does not ask
     * the model.
     *
     * @param code the occupation
     * @param domain the domain
     * @return the assessment, or nothing if there is none
     */
    public Optional<StoredAssessment> find(OnetSocCode code, Domain domain) {
        return assessor.find(code, domain);
    }

    /**
     * Returns all assessments of an occupation in the active release, of whichever model and source occupation. Does not ask the
     * model.
     *
     * @param code the occupation
     * @param domain the domain
     * @return the assessments, newest first
     */
    public List<StoredAssessment> history(OnetSocCode code, Domain domain) {
        return assessor.history(code, domain);
    }
}
