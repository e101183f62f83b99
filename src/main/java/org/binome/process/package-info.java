/**
 * Everything that knows Camunda: client, deployment, job workers, human tasks.
 */
package org.binome.process;
