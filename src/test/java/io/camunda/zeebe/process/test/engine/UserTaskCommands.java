package io.camunda.zeebe.process.test.engine;

import java.lang.reflect.Field;

import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Claims and completes native user tasks in the in-memory engine, whose gateway has no
 * such commands: they are written straight to its log.
 */
public final class UserTaskCommands {

	private final LogStream log;

	public UserTaskCommands(ZeebeTestEngine engine) {
		try {
			Field field = InMemoryEngine.class.getDeclaredField("logStream");
			field.setAccessible(true);
			this.log = (LogStream) field.get(engine);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("This version of the in-memory engine has no log stream to write to", ex);
		}
	}

	public void assign(long userTaskKey, String username) {
		write(new UserTaskRecord().setUserTaskKey(userTaskKey).setAssignee(username), UserTaskIntent.ASSIGN,
				userTaskKey);
	}

	public void complete(long userTaskKey, String json) {
		write(new UserTaskRecord().setUserTaskKey(userTaskKey)
			.setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json))), UserTaskIntent.COMPLETE,
				userTaskKey);
	}

	private void write(UserTaskRecord record, UserTaskIntent intent, long key) {
		RecordMetadata metadata = new RecordMetadata().recordType(RecordType.COMMAND)
			.valueType(ValueType.USER_TASK)
			.intent(intent);
		new CommandWriter(this.log.newLogStreamWriter()).writeCommandWithKey(key, record, metadata);
	}

}
