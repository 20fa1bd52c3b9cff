package io.github.onet4j.match;

/** What the closeness of two occupations is judged by. */
public enum Evidence {
    /** The titles: that of the occupation, job titles and reported titles. */
    TITLES,
    /** The words on the work: title, description, tasks, and the detailed work activities of each task. */
    WORK,
    /** The importance of each element of knowledge. */
    KNOWLEDGE,
    /** The scores of Holland's six types of interests. */
    INTERESTS
}
