/**
 * One class per job type of the BPMN models. Each reads ids and answers from its job and
 * calls a stage.
 */
package org.binome.process.worker;
