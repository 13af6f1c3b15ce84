/** A rotation function in Python that needs nothing but Python: it signs its own requests. */
export const PYTHON_ROTATION = `
import datetime, hashlib, hmac, json, os, urllib.error, urllib.request

def call(operation, body):
    endpoint, region = os.environ['AWS_ENDPOINT_URL'], os.environ['AWS_REGION']
    host = endpoint.split('//')[1].rstrip('/')
    text = json.dumps(body)
    now = datetime.datetime.now(datetime.timezone.utc).strftime('%Y%m%dT%H%M%SZ')
    headers = {
        'content-type': 'application/x-amz-json-1.1',
        'host': host,
        'x-amz-date': now,
        'x-amz-security-token': os.environ['AWS_SESSION_TOKEN'],
        'x-amz-target': 'secretsmanager.' + operation,
    }
    names = ';'.join(sorted(headers))
    lines = ''.join(f'{name}:{headers[name]}\\n' for name in sorted(headers))
    digest = hashlib.sha256(text.encode()).hexdigest()
    request = '\\n'.join(['POST', '/', '', lines, names, digest])
    scope = f'{now[:8]}/{region}/secretsmanager/aws4_request'
    hashed = hashlib.sha256(request.encode()).hexdigest()
    to_sign = '\\n'.join(['AWS4-HMAC-SHA256', now, scope, hashed])
    key = ('AWS4' + os.environ['AWS_SECRET_ACCESS_KEY']).encode()
    for part in scope.split('/'):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    credential = os.environ['AWS_ACCESS_KEY_ID'] + '/' + scope
    headers['authorization'] = (
        f'AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signature}'
    )
    sent = urllib.request.Request(endpoint, data=text.encode(), headers=headers)
    with urllib.request.urlopen(sent) as answer:
        return json.loads(answer.read() or b'{}')

def handler(event, context):
    secret, token, step = event['SecretId'], event['ClientRequestToken'], event['Step']
    stages = call('DescribeSecret', {'SecretId': secret})['VersionIdsToStages']
    if 'AWSCURRENT' in stages[token]:
        return
    assert 'AWSPENDING' in stages[token]
    pending = {'SecretId': secret, 'VersionId': token, 'VersionStage': 'AWSPENDING'}
    if step == 'createSecret':
        try:
            call('GetSecretValue', pending)
            return
        except urllib.error.HTTPError:
            pass
        password = call('GetRandomPassword', {'ExcludeCharacters': '/@"'})['RandomPassword']
        call('PutSecretValue', {
            'SecretId': secret, 'ClientRequestToken': token,
            'SecretString': json.dumps({'password': password}), 'VersionStages': ['AWSPENDING'],
        })
    elif step == 'testSecret':
        assert json.loads(call('GetSecretValue', pending)['SecretString'])['password']
    elif step == 'finishSecret':
        current = next(id for id, labels in stages.items() if 'AWSCURRENT' in labels)
        call('UpdateSecretVersionStage', {
            'SecretId': secret, 'VersionStage': 'AWSCURRENT',
            'MoveToVersionId': token, 'RemoveFromVersionId': current,
        })
`;
