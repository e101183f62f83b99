/**
 * What people are shown when a task opens: one class per human task of the models.
 */
package org.binome.process.brief;
