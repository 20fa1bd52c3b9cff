package io.github.onet4j.jooq.internal.assess;

import io.github.onet4j.assess.AssessmentTask;
import io.github.onet4j.assess.ProficiencyAssessor;
import io.github.onet4j.jooq.load.StoredRelease;

/**
 * A question to the model about an occupation of a release.
 *
 * @param release the release
 * @param task the question
 * @param promptSha256 the checksum that differs if anything in the prompt does
 */
record Inquiry(StoredRelease release, AssessmentTask task, String promptSha256) {
    static Inquiry of(StoredRelease release, AssessmentTask task) {
        return new Inquiry(release, task, PromptChecksum.sha256(ProficiencyAssessor.prompt(task)));
    }

    /** Returns a key that is equal for threads with the same inquiry. */
    Key key() {
        return new Key(release.id(), promptSha256);
    }

    /** The prompt contains occupation, source occupation and elements. */
    record Key(int releaseId, String promptSha256) {}
}
