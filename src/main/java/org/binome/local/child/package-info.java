/**
 * Runs inside the started processes, never inside the application.
 */
package org.binome.local.child;
