package io.github.onet4j.jooq.internal.assess;

import io.github.onet4j.assess.AssessmentTask;
import io.github.onet4j.assess.ProficiencyAssessor;
import io.github.onet4j.jooq.load.StoredRelease;

/**
 * What is asked about an occupation of a release.
 *
 * @param release the release
 * @param task what is asked
 * @param promptSha256 tells it from what is asked otherwise
 */
record Inquiry(StoredRelease release, AssessmentTask task, String promptSha256) {
    static Inquiry of(StoredRelease release, AssessmentTask task) {
        return new Inquiry(release, task, PromptChecksum.sha256(ProficiencyAssessor.prompt(task)));
    }

    /** What two threads that want the same agree in. */
    Key key() {
        return new Key(release.id(), promptSha256);
    }

    /** The prompt has occupation, source occupation and elements in it. */
    record Key(int releaseId, String promptSha256) {}
}
