package org.minqing.desk.course;

import java.util.Optional;

/** The courses of all appeals, running and ended, wherever they are kept. Whoever asks has decided who may see the appeal. */
public interface Courses {

    /** Empty if nothing is kept of it any more: courses are deleted some years after the end. */
    Optional<Course> of(String number);
}
