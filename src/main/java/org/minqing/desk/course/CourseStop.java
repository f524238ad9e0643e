package org.minqing.desk.course;

/**
 * One station on the way of an appeal, for whoever reads no diagram.
 *
 * @param state done, now, next or ended
 * @param who   unit and post; empty if nobody did it, or nobody yet
 * @param at    when it was done, or begun; null of what is to come
 * @param limit which limit runs there; null if none does
 * @param dueAt when that ends
 */
record CourseStop(String state, String name, String who, String at, String limit, String dueAt) {

    static CourseStop next(String name) {
        return new CourseStop("next", name, "", null, null, null);
    }
}
