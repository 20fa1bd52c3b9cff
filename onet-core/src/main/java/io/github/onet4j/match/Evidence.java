package io.github.onet4j.match;

/** What occupations are compared by: for their {@link Closeness}, or to {@linkplain Estimates estimate} one of them. */
public enum Evidence {
    /** The titles: that of the occupation, job titles and reported titles. */
    TITLES,
    /** The words on the work: title, description, tasks, and the detailed work activities of each task. */
    WORK,
    /** The importance of each element of knowledge; for closeness only. */
    KNOWLEDGE,
    /** The scores of Holland's six types of interests. */
    INTERESTS,
    /** O*NET's lists of related occupations; for estimates only. */
    RELATED,
    /** The job zone; for estimates only. */
    JOB_ZONE
}
