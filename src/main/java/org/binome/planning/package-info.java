/**
 * The plan of a launch, built backward in working days of both countries, and its
 * calendar feed.
 */
package org.binome.planning;
